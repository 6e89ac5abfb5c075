package io.agenticraft.otel.adapter;

import java.util.List;
import java.util.Objects;

/**
 * A method of somebody's library and what happens around it. Mentions classes by their binary names only, so that
 * declaring a seam loads none of them.
 *
 * @param type the class that declares the method
 * @param method the method's name
 * @param parameters the exact parameter types
 * @param handler a public class with a public constructor without parameters that implements {@link SeamHandler}
 */
public record Seam(String type, String method, List<String> parameters, String handler) {
    public Seam {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(method, "method");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(handler, "handler");
    }
}

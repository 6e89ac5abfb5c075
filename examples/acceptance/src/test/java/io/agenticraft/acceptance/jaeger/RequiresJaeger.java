package io.agenticraft.acceptance.jaeger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class the {@link Jaeger} of this JVM as a parameter.
 *
 * <p>Taken in this order: the running one that {@code JAEGER_QUERY_URL} and {@code JAEGER_OTLP_URL} name, a container, a
 * binary; the system property {@code jaeger.kind} ({@code url}, {@code docker}, {@code binary}) allows one of them only. Where
 * there is none, the tests are skipped and say how to get one; with the system property {@code jaeger.required=true} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(JaegerExtension.class)
public @interface RequiresJaeger {}

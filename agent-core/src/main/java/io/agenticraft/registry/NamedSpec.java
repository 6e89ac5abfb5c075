package io.agenticraft.registry;

import io.agenticraft.provider.ProviderSpec;
import java.util.Objects;
import java.util.function.Supplier;

/** A specification that a program gives, and whose interface it is for. */
record NamedSpec(String interfaceOf, Supplier<ProviderSpec> supplier) {
    NamedSpec {
        Objects.requireNonNull(interfaceOf, "interfaceOf");
        Objects.requireNonNull(supplier, "spec");
    }
}

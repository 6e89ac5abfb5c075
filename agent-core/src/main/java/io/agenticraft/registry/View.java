package io.agenticraft.registry;

import io.agenticraft.provider.ModelProvider;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How one run sees an instance: what it is shown may remember things from call to call, so it is made once per instance. */
final class View {
    private final UnaryOperator<ModelProvider> how;
    private @Nullable ModelProvider instance;
    private @Nullable ModelProvider seen;

    View(UnaryOperator<ModelProvider> how) {
        this.how = how;
    }

    @SuppressWarnings("ReferenceEquality")
    synchronized ModelProvider of(ModelProvider called) {
        ModelProvider known = seen;
        if (known == null || instance != called) {
            known = Objects.requireNonNull(how.apply(called), "The view of a provider is null");
            seen = known;
            instance = called;
        }
        return known;
    }
}

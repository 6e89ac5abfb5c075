package io.agenticraft.budget;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ForwardingProvider;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider whose calls are paid for first. */
final class BudgetedProvider extends ScopedProvider {
    private final Budgets budgets;

    BudgetedProvider(Budgets budgets, ModelProvider next) {
        super(next);
        this.budgets = budgets;
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        return new Scoped(budgets, scope, scope.bind(next()));
    }

    private static final class Scoped extends ForwardingProvider {
        private final Budgets budgets;
        private final CallScope scope;

        Scoped(Budgets budgets, CallScope scope, ModelProvider next) {
            super(next);
            this.budgets = budgets;
            this.scope = scope;
        }

        @Override
        protected CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
            CountingSink counting = sink == null ? null : new CountingSink(sink);
            return budgets.call(scope, next().name(), request, counting, () -> forward(request, counting));
        }
    }
}

package io.agenticraft.budget;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.DelegatingProvider;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;

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

    private static final class Scoped extends DelegatingProvider {
        private final Budgets budgets;
        private final CallScope scope;

        Scoped(Budgets budgets, CallScope scope, ModelProvider next) {
            super(next);
            this.budgets = budgets;
            this.scope = scope;
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return budgets.call(scope, next().name(), request, null, () -> next().complete(request));
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            CountingSink counting = new CountingSink(sink);
            return budgets.call(scope, next().name(), request, counting, () -> next().stream(request, counting));
        }
    }
}

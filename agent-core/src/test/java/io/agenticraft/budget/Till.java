package io.agenticraft.budget;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.testing.FunctionProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls whose prices are easy: a token costs a dollar per million in, and two out. A prompt of 400 characters is 104 tokens. */
final class Till {
    static final PriceTable PRICES = PriceTable.empty().with("fake", "model-0", Price.of(1, 2));
    static final String PROMPT = "x".repeat(400);
    static final long PROMPT_TOKENS = 104;

    final List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
    final List<CallEvent> events = new ArrayList<>();
    final FunctionProvider wire = FunctionProvider.of(this::open);

    private synchronized CompletableFuture<ModelResponse> open(ModelRequest request) {
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        calls.add(call);
        return call;
    }

    static ModelRequest request(int maxTokens) {
        return request("model-0", maxTokens);
    }

    static ModelRequest request(String model, int maxTokens) {
        return ModelRequest.builder(model)
                .messages(Message.user(PROMPT))
                .options(GenerationOptions.builder().maxTokens(maxTokens).build())
                .build();
    }

    CompletableFuture<ModelResponse> ask(Budgets budgets, int maxTokens) {
        return ask(budgets, maxTokens, CallScope.builder());
    }

    CompletableFuture<ModelResponse> ask(Budgets budgets, int maxTokens, CallScope.Builder scope) {
        return scope.observer(events::add).build().bind(budgets.around(wire)).complete(request(maxTokens));
    }

    void answer(int call, long input, long output) {
        calls.get(call).complete(answer(Usage.of(input, output)));
    }

    static ModelResponse answer(Usage usage) {
        return new ModelResponse(
                null, null, new Message(Role.ASSISTANT, List.of()), FinishReason.STOP, null, usage, null, Map.of());
    }

    /** What the only account has spent. */
    static Spend spent(Budgets budgets) {
        List<Spend> all = budgets.spending().join();
        if (all.size() != 1) {
            throw new AssertionError("Not one account: " + all);
        }
        return all.get(0);
    }
}

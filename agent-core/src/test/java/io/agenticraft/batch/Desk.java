package io.agenticraft.batch;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A provider whose calls lie open until the test answers them, by prompt. */
final class Desk {
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();

    AgentBuilder agent() {
        return on(provider());
    }

    FunctionProvider provider() {
        return FunctionProvider.of(this::open);
    }

    static AgentBuilder on(FunctionProvider provider) {
        return Agent.builder().name("tester").model(new Binding(provider, "model-0"));
    }

    private synchronized CompletableFuture<ModelResponse> open(ModelRequest request) {
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        sent.add(FunctionProvider.lastText(request));
        calls.add(call);
        return call;
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    void awaitSent(int count) {
        Check.eventually(count + " calls are sent; there are " + sent(), () -> sent().size() >= count);
    }

    /** The latest call with this prompt. */
    synchronized CompletableFuture<ModelResponse> call(String prompt) {
        return calls.get(sent.lastIndexOf(prompt));
    }

    void answer(String prompt) {
        call(prompt).complete(Answers.text("re: " + prompt));
    }

    void limit(String prompt) {
        call(prompt).completeExceptionally(Answers.rateLimited());
    }
}

package io.agenticraft.registry;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.testing.FakeFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A factory named {@code farm}, and everything that it built. */
final class Farm {
    final List<Counted> built = new CopyOnWriteArrayList<>();
    final FakeFactory factory = new FakeFactory("farm", spec -> {
        Counted made = new Counted(spec);
        built.add(made);
        return made;
    });

    ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(factory)
                .key("farm", "sk-farm");
    }

    static CompletableFuture<ModelResponse> call(Binding binding) {
        return binding.provider()
                .complete(ModelRequest.builder(binding.model())
                        .messages(Message.user("hi"))
                        .build());
    }

    /** The future that an instance gave for the call made last, of the instance built last. */
    CompletableFuture<ModelResponse> lastCall() {
        List<CompletableFuture<ModelResponse>> calls = last().calls;
        return calls.get(calls.size() - 1);
    }

    Counted last() {
        return built.get(built.size() - 1);
    }

    /** How many are open. */
    long open() {
        return built.stream().filter(one -> one.closed.get() == 0).count();
    }
}

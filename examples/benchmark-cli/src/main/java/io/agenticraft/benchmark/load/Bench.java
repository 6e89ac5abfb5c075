package io.agenticraft.benchmark.load;

import io.agenticraft.agent.Agent;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Result;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.registry.ProviderRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures models, one after another, so that they do not disturb each other. */
public final class Bench {
    private final ProviderRegistry registry;
    private final Plan plan;
    private final PriceTable prices;
    private final BooleanSupplier stopped;
    private final Progress progress;
    private final LongSupplier clock = System::nanoTime;

    /**
     * Prepares it; nothing is sent.
     *
     * @param stopped asked often; once true, what is known so far is the result
     */
    public Bench(ProviderRegistry registry, Plan plan, PriceTable prices, BooleanSupplier stopped, Progress progress) {
        this.registry = registry;
        this.plan = plan;
        this.prices = prices;
        this.stopped = stopped;
        this.progress = progress;
    }

    /** Measures a model. What goes wrong is in the result. */
    public Result measure(Target target) {
        Agent agent;
        try {
            agent = agent(target);
        } catch (IllegalStateException e) {
            Recording nothing = new Recording();
            nothing.failed(Errors.type(e), Errors.message(e));
            return givenUp(target, null, nothing, e);
        }
        Sender sender = new AgentSender(agent, plan, prices, clock);
        Loop warmup = new Loop(plan.forWarmup(), sender, clock, stopped);
        warmup.run(share -> progress.at(target, true, share, warmup.recordings().total()));
        if (warmup.hopeless() != null) {
            return givenUp(target, agent, warmup.recordings().total(), warmup.hopeless());
        }
        Loop loop = new Loop(plan, sender, clock, stopped);
        loop.run(share -> progress.at(target, false, share, loop.recordings().total()));
        return result(target, agent, loop);
    }

    /** Without memory, so that each request is a conversation of its own. */
    private Agent agent(Target target) {
        return Agent.builder()
                .name("benchmark")
                .registry(registry)
                .model(target.toString())
                .build();
    }

    private Result result(Target target, Agent agent, Loop loop) {
        @Nullable Throwable trouble = loop.hopeless();
        return new Result(
                target.provider(),
                target.model(),
                endpoint(agent),
                plan.streaming(),
                loop.recordings().total(),
                loop.recordings().byPrompt(),
                loop.elapsed(),
                loop.unsent(),
                trouble == null ? null : Errors.message(trouble),
                !loop.isCut());
    }

    private Result givenUp(Target target, @Nullable Agent agent, Recording failures, Throwable why) {
        return new Result(
                target.provider(),
                target.model(),
                agent == null ? null : endpoint(agent),
                plan.streaming(),
                failures,
                Map.of(),
                Duration.ZERO,
                0,
                Errors.message(why),
                false);
    }

    private static @Nullable String endpoint(Agent agent) {
        URI url = agent.binding().provider().endpoint();
        if (url == null) {
            return null;
        }
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return url.getScheme() + "://" + url.getRawAuthority() + path;
    }
}

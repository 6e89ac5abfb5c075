package io.agenticraft.comparison;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.Message;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.registry.ProviderRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many streams at once, each of which says a word a second: what they take of memory and threads. */
final class ManyStreams {
    static final int DEFAULT = 10_000;

    private ManyStreams() {}

    static void measure(int streams) throws Exception {
        Process server = Children.start(CannedServer.class, List.of());
        try {
            String url = Children.url(server, "/slow/v1");
            System.out.println(Children.line(Children.start(ManyStreams.class, List.of(url, "" + streams))));
        } finally {
            server.destroy();
        }
    }

    /** The client's process: the server's base URL, and how many streams. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(count(URI.create(arguments[0]), Integer.parseInt(arguments[1])) + ", peak memory "
                + Usage.peakMebibytes() + " MiB, peak threads " + Usage.now().peakThreads());
        System.exit(0);
    }

    /** Runs all of them to their ends and tells how many were open at once. */
    static String count(URI url, int streams) throws Exception {
        Agent agent = AgentCore.agent(url).registry(registry(url, streams)).build();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<RunResult>> runs = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            boolean[] first = {true};
            runs.add(agent.start(List.of(Message.user(Scenario.QUESTION)), RunOptions.defaults(), event -> {
                if (first[0] && event instanceof RunEvent.Delta) {
                    first[0] = false;
                    begun.incrementAndGet();
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                } else if (event instanceof RunEvent.Finished) {
                    open.decrementAndGet();
                }
            }));
        }
        CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
        return most + " streams open at once of " + begun + " begun";
    }

    /** With a connection for each stream. */
    private static ProviderRegistry registry(URI url, int streams) {
        ProviderSpec spec = ProviderSpec.of("openai", url, "sk-canned")
                .withPool(PoolSettings.defaults().withConnections(streams, 1));
        return ProviderRegistry.builder().spec("openai", spec).build();
    }
}

package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.admission.Admission;
import io.agenticraft.admission.AdmissionStats;
import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.budget.Budget;
import io.agenticraft.budget.Budgets;
import io.agenticraft.budget.Window;
import io.agenticraft.model.Message;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.registry.ProviderInfo;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.resilience.Failover;
import io.agenticraft.stats.CallListener;
import io.agenticraft.stats.CallStats;
import io.agenticraft.stats.SeriesStats;
import io.agenticraft.wire.WireServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that a router gives up for being slow has failed, whoever looks: through all that stands before the socket. */
class SlowTargetTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final Dialect slow = new OpenAiDialect();
    private final Dialect quick = new AnthropicDialect();
    private final WireServer slowServer = WireServer.start();
    private final WireServer quickServer = WireServer.start();
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .baseUrl(slow.provider(), slowServer.url(slow.basePath()))
            .key(slow.provider(), "sk-slow")
            .baseUrl(quick.provider(), quickServer.url(quick.basePath()))
            .key(quick.provider(), "sk-quick")
            .build();
    private final List<Throwable> heard = new CopyOnWriteArrayList<>();
    private final CallStats stats = CallStats.builder().listener(new Ear(heard)).build();
    private final Admission admission = Admission.builder().build();
    private final Budgets budgets = Budgets.builder()
            .budget(Budget.of("all", Window.hour()).tokens(1_000_000))
            .build();

    private record Ear(List<Throwable> heard) implements CallListener {
        @Override
        public void succeeded(String provider, String model, long latency, long firstToken, Usage usage) {}

        @Override
        public void failed(String provider, String model, Throwable failure) {
            if (provider.equals("openai")) {
                heard.add(failure);
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        registry.close();
        slowServer.close();
        quickServer.close();
    }

    private Agent agent() {
        return Agent.builder()
                .name("clerk")
                .registry(registry)
                .model(slow.provider() + ":" + slow.model())
                .routing(Failover.builder()
                        .fallback(registry.resolve(quick.provider() + ":" + quick.model()))
                        .firstTokenTimeout(LIMIT)
                        .answerTimeout(LIMIT)
                        .build())
                .admission(admission)
                .budgets(budgets)
                .stats(stats)
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void targetThatDoesNotAnswerInTime_hasFailedOnceForAllWhoCount(boolean stream) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        slowServer.reply((socket, request) -> {
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        quickServer.always(stream ? quick.streamReply("quick") : quick.textReply("quick"));

        RunResult result = agent().start(
                        List.of(Message.user("hi")), RunOptions.defaults(), stream ? event -> {} : null)
                .get(20, TimeUnit.SECONDS);

        assertEquals("quick", result.text());
        assertTrue(gone.await(10, TimeUnit.SECONDS), "the connection is still open");
        SeriesStats series = stats.snapshot().series(slow.provider(), slow.model(), "clerk");
        assertNotNull(series, stats.summary());
        assertEquals(Map.of("provider_timeout", 1L), series.errors());
        assertEquals(0, series.cancelled());
        assertEquals(1, heard.size());
        ProviderTimeoutException failure = assertInstanceOf(ProviderTimeoutException.class, heard.get(0));
        assertEquals(stream ? Phase.FIRST_BYTE : Phase.TOTAL, failure.phase());
        assertEquals(LIMIT, failure.limit());
        for (AdmissionStats target : admission.statistics()) {
            assertEquals(0, target.inFlight(), target.toString());
        }
        assertTrue(budgets.spending().join().get(0).tokens() > 0);
        assertFalse(isHealthy(slow.provider()));
        assertTrue(isHealthy(quick.provider()));
    }

    private boolean isHealthy(String provider) {
        for (ProviderInfo info : registry.availableProviders()) {
            if (info.name().equals(provider) && info.health() != null) {
                return info.health().healthy();
            }
        }
        throw new AssertionError("Nothing is known of " + provider);
    }
}

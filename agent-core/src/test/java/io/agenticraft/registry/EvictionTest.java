package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An instance that is no longer kept closes after its last call, and bindings to it go on working. */
class EvictionTest {
    private final Farm farm = new Farm();
    private final ProviderRegistry registry = farm.builder().maxInstances(1).build();

    private void evict() {
        long before = farm.built.size();
        registry.resolve("farm:other" + before);
        registry.resolve("farm:other" + before + "b");
    }

    @Test
    void evictedInstance_closesAfterItsLastCallInFlight() {
        Binding bound = registry.resolve("farm:m");
        CompletableFuture<ModelResponse> first = Farm.call(bound);
        CompletableFuture<ModelResponse> second = Farm.call(bound);
        Counted instance = farm.built.get(0);
        evict();
        instance.calls.get(0).complete(Answers.text("one"));
        assertEquals("one", first.join().message().text());
        assertEquals(0, instance.closed.get());
        second.cancel(true);
        Check.eventually("it is closed", () -> instance.closed.get() == 1);
    }

    @Test
    void evictedInstanceWithoutCalls_closesOnce() {
        registry.resolve("farm:m");
        evict();
        Check.eventually("it is closed", () -> farm.built.get(0).closed.get() == 1);
        registry.close();
        assertEquals(1, farm.built.get(0).closed.get());
    }

    @Test
    void callAfterEviction_buildsAnewAndIsNotRefused() {
        Binding bound = registry.resolve("farm:m");
        evict();
        Check.eventually("it is closed", () -> farm.built.get(0).closed.get() == 1);
        CompletableFuture<ModelResponse> call = Farm.call(bound);
        Counted anew = farm.last();
        assertNotEquals(farm.built.get(0), anew);
        anew.calls.get(0).complete(Answers.text("again"));
        assertEquals("again", call.join().message().text());
    }

    @Test
    void failureThatIsThrown_letsGoOfTheInstance() {
        Binding bound = registry.resolve("farm:m");
        Counted instance = farm.last();
        instance.broken = true;
        assertThrows(IllegalStateException.class, () -> Farm.call(bound));
        evict();
        Check.eventually("it is closed", () -> instance.closed.get() == 1);
    }

    @Test
    void nameAndEndpoint_areThoseOfTheInstance() {
        Binding bound = registry.resolve("farm:m");
        assertEquals("farm", bound.provider().name());
        assertEquals(URI.create("https://farm.test/v1"), bound.provider().endpoint());
        Check.contains("farm:m at https://farm.test", bound.provider().toString());
    }

    @Test
    void closingABindingsProvider_doesNotCloseItForOthers() {
        registry.resolve("farm:m").provider().close();
        assertEquals(0, farm.built.get(0).closed.get());
    }

    @Test
    void closedRegistry_letsCallsFinishAndRefusesNewOnes() {
        Binding bound = registry.resolve("farm:m");
        CompletableFuture<ModelResponse> call = Farm.call(bound);
        registry.close();
        assertEquals(0, farm.last().closed.get());
        farm.lastCall().complete(Answers.text("finished"));
        assertEquals("finished", call.join().message().text());
        Check.eventually("it is closed", () -> farm.last().closed.get() == 1);
        CompletionException refused =
                assertThrows(CompletionException.class, () -> Farm.call(bound).join());
        assertTrue(refused.getCause() instanceof InvalidRequestException);
        Check.contains("registry is closed", refused.getMessage());
    }

    /** Threads that call, cancel and push each other's instances out: {@link Counted} throws if it is called when closed. */
    @Test
    void evictionsAmidCalls_neverLeakCloseTwiceOrRefuse() throws Exception {
        ProviderRegistry small = farm.builder().maxInstances(2).build();
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            bindings.add(small.resolve("farm:m" + i));
        }
        CountDownLatch done = new CountDownLatch(4);
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int t = 0; t < 4; t++) {
            Random random = new Random(t);
            new Thread(() -> {
                        try {
                            for (int i = 0; i < 5_000; i++) {
                                CompletableFuture<ModelResponse> call = Farm.call(bindings.get(random.nextInt(6)));
                                assertFalse(call.isCompletedExceptionally());
                                if (random.nextBoolean()) {
                                    call.cancel(true);
                                } else {
                                    call.complete(Answers.text("ok"));
                                }
                            }
                        } catch (Throwable e) {
                            failures.add(e);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        assertEquals(List.of(), failures);
        small.close();
        Check.eventually("all are closed", () -> farm.open() == 0);
        assertTrue(farm.built.stream().allMatch(one -> one.closed.get() == 1), "closed once each");
        assertTrue(farm.built.size() > 6, "some were evicted");
    }
}

package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All the ways in which a batch ends: none hangs, and each says why. */
class BatchEndTest {
    private static final int PATIENCE_SECONDS = 10;

    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final Desk desk = new Desk();
    private final Batch batch = Batch.of(desk.agent().build());
    private final Batch echoing = Batch.of(Desk.on(FunctionProvider.echo()).build());

    @Test
    void cancel_stopsNewSendsAtOnce_andCancelsThoseInFlight() {
        CompletableFuture<BatchProgress> run =
                batch.concurrency(2).prompts(List.of("a", "b", "c", "d")).start(result -> texts.add(Texts.of(result)));
        desk.awaitSent(2);
        assertTrue(run.cancel(true));
        assertTrue(desk.call("a").isCancelled());
        assertTrue(desk.call("b").isCancelled());
        assertThrows(CancellationException.class, run::join);
        assertFalse(desk.call("a").complete(null));
        assertEquals(2, desk.sent().size());
        assertEquals(List.of(), texts);
    }

    @Test
    void completingItFromOutside_givesItUp() {
        CompletableFuture<BatchProgress> run = batch.prompts(List.of("a")).start(result -> {});
        desk.awaitSent(1);
        run.completeExceptionally(new IllegalStateException("enough"));
        assertTrue(desk.call("a").isCancelled());
        Check.contains(
                "enough", assertThrows(CompletionException.class, run::join).getMessage());
    }

    @Test
    void iteratorThatThrows_endsTheBatchAfterWhatWasRead() {
        IllegalStateException torn = new IllegalStateException("torn page");
        CompletableFuture<BatchProgress> run =
                echoing.prompts(failing(torn, "a", "b")).start(result -> texts.add(Texts.of(result)));
        assertSame(torn, causeOf(run));
        assertEquals(List.of("a", "b"), texts);
    }

    @Test
    void nullPrompt_isToldWithItsPlace() {
        CompletableFuture<BatchProgress> run =
                echoing.prompts(Arrays.asList("a", null, "c")).start(result -> texts.add(Texts.of(result)));
        assertEquals("Item 1 of the batch is null", causeOf(run).getMessage());
        assertEquals(List.of("a"), texts);
    }

    @Test
    void consumerThatThrows_cancelsTheBatch() {
        IllegalStateException full = new IllegalStateException("disk full");
        CompletableFuture<BatchProgress> run = batch.concurrency(3)
                .prompts(List.of("a", "b", "c", "d", "e"))
                .start(result -> {
                    throw full;
                });
        desk.awaitSent(3);
        desk.answer("a");
        assertSame(full, causeOf(run));
        Check.eventually("b is cancelled", () -> desk.call("b").isCancelled());
        Check.eventually("c is cancelled", () -> desk.call("c").isCancelled());
    }

    @Test
    void stream_isClosedAtTheEnd_howeverItEnds() {
        AtomicBoolean closed = new AtomicBoolean();
        echoing.prompts(Stream.of("a").onClose(() -> closed.set(true)))
                .start(result -> {})
                .join();
        Check.eventually("the stream is closed", closed::get);
        AtomicBoolean closedToo = new AtomicBoolean();
        CompletableFuture<BatchProgress> run =
                batch.prompts(Stream.of("a").onClose(() -> closedToo.set(true))).start(result -> {});
        desk.awaitSent(1);
        run.cancel(true);
        Check.eventually("the stream is closed", closedToo::get);
    }

    @Test
    void interruptedWait_cancelsTheBatch() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            try {
                batch.prompts(List.of("a")).run(result -> {});
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        waiting.start();
        desk.awaitSent(1);
        waiting.interrupt();
        waiting.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertTrue(thrown.get() instanceof InterruptedException, () -> "Thrown: " + thrown);
        assertTrue(desk.call("a").isCancelled());
    }

    @Test
    void blockedIterator_holdsNoResultBack_andIsNotReadAfterACancel() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        Iterator<String> slow = new Iterator<>() {
            private int read;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                if (read++ > 0) {
                    await(more);
                }
                return "p" + read;
            }
        };
        CompletableFuture<BatchProgress> run = batch.prompts(slow).start(result -> texts.add(Texts.of(result)));
        desk.awaitSent(1);
        desk.answer("p1");
        Check.eventually("p1 is handed over", () -> texts.equals(List.of("re: p1")));
        run.cancel(true);
        more.countDown();
        assertThrows(CancellationException.class, run::join);
        assertEquals(List.of("p1"), desk.sent());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable causeOf(CompletableFuture<BatchProgress> run) {
        return Check.cause(assertThrows(
                CompletionException.class,
                () -> run.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join()));
    }

    private static Iterator<String> failing(RuntimeException failure, String... before) {
        Iterator<String> good = List.of(before).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                try {
                    return good.next();
                } catch (NoSuchElementException e) {
                    throw failure;
                }
            }
        };
    }
}

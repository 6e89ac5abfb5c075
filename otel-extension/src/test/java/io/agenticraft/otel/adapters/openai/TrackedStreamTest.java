package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.core.http.StreamResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TrackedStreamTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> read = new ArrayList<>();

    @Test
    void fullRead_isHeardInOrderAndEnds() {
        TrackedStream<String> stream = tracked(List.of("a", "b"));
        assertEquals(List.of("a", "b"), stream.stream().toList());
        assertEquals(List.of("a", "b", "end"), heard);
    }

    @Test
    void stream_readsNothingBeforeItIsAskedAndNoMoreThanAsked() {
        Stream<String> stream = tracked(List.of("a", "b", "c")).stream().peek(element -> {});
        assertEquals(List.of(), read);
        Iterator<String> iterator = stream.iterator();
        assertEquals(List.of(), read);
        iterator.next();
        assertEquals(List.of("a"), read);
        assertEquals(List.of("a"), heard);
    }

    @Test
    void shortCircuit_leavesTheRestUnread() {
        assertEquals("a", tracked(List.of("a", "b")).stream().findFirst().orElseThrow());
        assertEquals(List.of("a"), read);
        assertEquals(List.of("a"), heard);
    }

    @Test
    void iterator_endsWhenItHasNoMore() {
        Iterator<String> iterator = tracked(List.of("a")).stream().iterator();
        iterator.next();
        assertEquals(List.of("a"), heard);
        assertEquals(false, iterator.hasNext());
        assertEquals(List.of("a", "end"), heard);
    }

    @Test
    void sourceFailure_isHeardAndPassedOnAsItIs() {
        IllegalStateException broken = new IllegalStateException("broken");
        TrackedStream<String> stream = tracked(failing(broken));
        assertSame(
                broken,
                assertThrows(IllegalStateException.class, () -> stream.stream().forEach(e -> {})));
        assertEquals(List.of("a", "failure broken"), heard);
    }

    @Test
    void sourceFailure_throughIterator_isHeard() {
        IllegalStateException broken = new IllegalStateException("broken");
        Iterator<String> iterator = tracked(failing(broken)).stream().iterator();
        iterator.next();
        assertSame(broken, assertThrows(IllegalStateException.class, iterator::hasNext));
        assertEquals(List.of("a", "failure broken"), heard);
    }

    @Test
    void consumerFailure_isNoFailureOfTheStream() {
        IllegalArgumentException own = new IllegalArgumentException("own");
        TrackedStream<String> stream = tracked(List.of("a", "b"));
        assertSame(
                own,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> stream.stream().forEach(element -> {
                            throw own;
                        })));
        assertEquals(List.of("a"), heard);
    }

    @Test
    void close_closesTheOriginalAndIsHeard() {
        tracked(List.of("a")).close();
        assertEquals(List.of("closed"), read);
        assertEquals(List.of("close"), heard);
    }

    @Test
    void streamClose_runsTheOriginalsCloseHandlers() {
        try (Stream<String> stream = tracked(List.of("a", "b")).stream()) {
            assertEquals(1, stream.limit(1).count());
        }
        assertEquals(List.of("a", "stream closed"), read);
        assertEquals(List.of("a", "close"), heard);
    }

    @Test
    void parallelRead_hearsEveryElementAndTheEnd() {
        List<String> many = IntStream.range(0, 5000).mapToObj(Integer::toString).toList();
        ConcurrentSkipListSet<String> seen = new ConcurrentSkipListSet<>();
        tracked(many).stream().parallel().forEach(seen::add);
        assertEquals(5000, seen.size());
        assertTrue(heard.contains("end"));
        heard.removeIf("end"::equals);
        assertEquals(5000, Set.copyOf(heard).size());
        assertEquals(5000, heard.size());
    }

    @Test
    void spliterator_looksLikeTheOriginal() {
        Spliterator<String> original = source(List.of("a")).stream().spliterator();
        Spliterator<String> tracked = tracked(List.of("a")).stream().spliterator();
        assertEquals(original.characteristics(), tracked.characteristics());
        assertEquals(original.estimateSize(), tracked.estimateSize());
        assertEquals(original.getExactSizeIfKnown(), tracked.getExactSizeIfKnown());
    }

    private TrackedStream<String> tracked(Iterable<String> elements) {
        return new TrackedStream<>(source(elements), new StreamListener<String>() {
            @Override
            public void onElement(String element) {
                heard.add(element);
            }

            @Override
            public void onEnd() {
                heard.add("end");
            }

            @Override
            public void onFailure(Throwable failure) {
                heard.add("failure " + failure.getMessage());
            }

            @Override
            public void onClose() {
                heard.add("close");
            }
        });
    }

    private static Iterable<String> failing(RuntimeException failure) {
        return () -> new Iterator<>() {
            private boolean first = true;

            @Override
            public boolean hasNext() {
                if (!first) {
                    throw failure;
                }
                return true;
            }

            @Override
            public String next() {
                first = false;
                return "a";
            }
        };
    }

    /** Made as the library makes its streams: from an iterator, lazily. */
    private StreamResponse<String> source(Iterable<String> elements) {
        return new StreamResponse<>() {
            @Override
            public Stream<String> stream() {
                return StreamSupport.stream(
                                () -> Spliterators.spliteratorUnknownSize(elements.iterator(), Spliterator.ORDERED),
                                Spliterator.ORDERED,
                                false)
                        .map(this::reading)
                        .onClose(() -> read.add("stream closed"));
            }

            private String reading(String element) {
                synchronized (read) {
                    read.add(element);
                }
                return element;
            }

            @Override
            public void close() {
                read.add("closed");
            }
        };
    }
}

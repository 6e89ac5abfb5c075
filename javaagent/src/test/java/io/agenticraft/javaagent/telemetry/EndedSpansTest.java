package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndedSpansTest {
    private final EndedSpans ended = new EndedSpans(4);

    @Test
    void takeTree_isTheRootAndAllUnderIt() {
        SpanData root = Spans.span(1, 1, 0);
        SpanData child = Spans.span(1, 2, 1);
        SpanData grandchild = Spans.span(1, 3, 2);
        List.of(grandchild, child, root).forEach(ended::add);

        assertEquals(List.of(grandchild, child, root), ended.takeTree(root));
        assertEquals(0, ended.size());
    }

    @Test
    void takeTree_parentThatEndedBeforeItsChild_isFoundToo() {
        SpanData root = Spans.span(1, 1, 0);
        SpanData child = Spans.span(1, 2, 1);
        SpanData grandchild = Spans.span(1, 3, 2);
        List.of(child, grandchild, root).forEach(ended::add);

        assertEquals(3, ended.takeTree(root).size());
    }

    @Test
    void takeTree_leavesOtherTreesOfTheTrace() {
        SpanData root = Spans.span(1, 1, 0);
        SpanData others = Spans.span(1, 9, 8);
        List.of(others, root).forEach(ended::add);

        assertEquals(List.of(root), ended.takeTree(root));
        assertEquals(1, ended.size());
    }

    @Test
    void add_beyondLimit_dropsTheOldestTraces() {
        ended.add(Spans.span(1, 2, 1));
        ended.add(Spans.span(1, 3, 1));
        ended.add(Spans.span(2, 4, 1));
        ended.add(Spans.span(3, 5, 1));
        ended.add(Spans.span(4, 6, 1));

        assertEquals(3, ended.size());
        assertEquals(List.of(Spans.span(1, 1, 0)), ended.takeTree(Spans.span(1, 1, 0)));
    }

    @Test
    void add_oneTraceBeyondLimit_isDroppedItself() {
        for (int id = 2; id < 8; id++) {
            ended.add(Spans.span(1, id, 1));
        }

        assertEquals(1, ended.size());
    }
}

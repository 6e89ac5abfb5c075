package io.agenticraft.acceptance.trace;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The spans of one trace.
 *
 * @param spans in the order in which they began
 */
public record Trace(String id, List<StoredSpan> spans) {

    /** The spans whose parent is not stored; one, when the trace is whole. */
    public List<StoredSpan> roots() {
        Set<String> known = spans.stream().map(StoredSpan::id).collect(Collectors.toSet());
        return all(span -> span.parentId() == null || !known.contains(span.parentId()));
    }

    /** The only root. */
    public StoredSpan root() {
        return only("root", roots());
    }

    /** Whether there are at least so many spans and all hang together under one root without a parent. */
    public boolean isWhole(int atLeast) {
        List<StoredSpan> roots = roots();
        return spans.size() >= atLeast && roots.size() == 1 && roots.get(0).parentId() == null;
    }

    /** The spans whose parent is the given one, in the order in which they began. */
    public List<StoredSpan> children(StoredSpan parent) {
        return all(span -> parent.id().equals(span.parentId()));
    }

    /** The spans that match. */
    public List<StoredSpan> all(Predicate<StoredSpan> condition) {
        return spans.stream().filter(condition).toList();
    }

    /** The spans of that name. */
    public List<StoredSpan> named(String name) {
        return all(span -> span.name().equals(name));
    }

    /** The only span of that name. */
    public StoredSpan span(String name) {
        return only(name, named(name));
    }

    private StoredSpan only(String what, List<StoredSpan> found) {
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans for \"" + what + "\" instead of one in\n" + this);
        }
        return found.get(0);
    }

    /** The tree, one span a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("trace ").append(id).append('\n');
        roots().forEach(root -> draw(root, "  ", text));
        return text.toString();
    }

    private void draw(StoredSpan span, String indent, StringBuilder text) {
        text.append(indent)
                .append(span.name())
                .append(" [")
                .append(span.service())
                .append(", ");
        text.append(span.kind()).append(", ").append(span.status()).append("] ");
        text.append(span.attributes()).append('\n');
        children(span).forEach(child -> draw(child, indent + "  ", text));
    }
}

package io.agenticraft.javaagent.propagate;

import org.jspecify.annotations.Nullable;

/** Carries a text, in one slot for all threads. */
final class FakeCourier implements Courier {
    @Nullable
    String current;

    private boolean broken;

    void breakDown() {
        broken = true;
    }

    @Override
    public @Nullable Object capture() {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return current;
    }

    @Override
    public Object enter(Object captured) {
        Object before = current == null ? "" : current;
        current = (String) captured;
        return before;
    }

    @Override
    public void leave(Object entered) {
        String before = (String) entered;
        current = before.isEmpty() ? null : before;
    }
}

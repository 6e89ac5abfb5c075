package io.agenticraft.acceptance.jaeger;

/** A Jaeger that answers. Tests get the one of their JVM as a parameter, see {@link RequiresJaeger}. */
public interface Jaeger extends AutoCloseable {

    Endpoints endpoints();

    /** Stops what was started for the tests; a Jaeger that was running before goes on. */
    @Override
    void close();
}

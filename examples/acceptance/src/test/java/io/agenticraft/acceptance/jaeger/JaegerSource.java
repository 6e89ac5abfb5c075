package io.agenticraft.acceptance.jaeger;

/** One way to a running Jaeger. */
interface JaegerSource {

    /** What it is and where it was found, for messages. */
    String describe();

    /**
     * Answers a Jaeger that is ready, or throws an exception that says why there is none.
     */
    Jaeger start() throws Exception;
}

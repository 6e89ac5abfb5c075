package io.agenticraft.comparison;

/** What one run does. */
enum Scenario {
    /** One model call, with nobody waiting. */
    ASYNC("one model call, async"),
    /** One model call, with a thread waiting for each. */
    BLOCKING("one model call, 64 blocking threads"),
    /** An agent with one tool: a call that asks for it, and a call with its answer. */
    TOOL("agent run with one tool, two calls"),
    /** A streamed answer of 100 pieces. */
    STREAM("stream of 100 chunks");

    static final String QUESTION = "What is the weather in Tartu today, and do I need an umbrella?";
    static final String MODEL = "gpt-4o-mini";

    final String title;

    Scenario(String title) {
        this.title = title;
    }
}

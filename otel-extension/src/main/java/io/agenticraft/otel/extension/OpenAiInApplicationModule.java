package io.agenticraft.otel.extension;

import io.agenticraft.otel.adapters.openai.OpenAiAdapter;

/** The adapter of openai-java, for applications that have this module themselves. */
public final class OpenAiInApplicationModule extends AdapterModule {
    /** Made by the agent. */
    public OpenAiInApplicationModule() {
        super(new OpenAiAdapter(), false);
    }
}

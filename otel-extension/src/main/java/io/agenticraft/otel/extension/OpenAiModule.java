package io.agenticraft.otel.extension;

import io.agenticraft.otel.adapters.openai.OpenAiAdapter;

/** The adapter of openai-java. */
public final class OpenAiModule extends AdapterModule {
    /** Made by the agent. */
    public OpenAiModule() {
        super(new OpenAiAdapter(), true);
    }
}

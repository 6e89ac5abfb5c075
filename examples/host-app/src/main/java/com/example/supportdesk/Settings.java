package com.example.supportdesk;

import java.util.Map;

/**
 * What the application takes from its environment. Keys and base URLs are read by the client libraries themselves.
 *
 * @param model the model that the desk and the chat ask ({@code OPENAI_MODEL})
 * @param retiredModel a model that the provider has not got, which an old configuration still names ({@code RETIRED_MODEL})
 * @param secondModel provider and model that the desk switches to ({@code SECOND_MODEL})
 */
record Settings(String model, String retiredModel, String secondModel) {

    static Settings from(Map<String, String> environment) {
        return new Settings(
                environment.getOrDefault("OPENAI_MODEL", "gpt-4o-mini"),
                environment.getOrDefault("RETIRED_MODEL", "unknown-model"),
                environment.getOrDefault("SECOND_MODEL", "anthropic:claude-haiku-4-5"));
    }
}

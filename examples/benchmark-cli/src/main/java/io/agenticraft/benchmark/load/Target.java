package io.agenticraft.benchmark.load;

/**
 * A model to measure.
 *
 * @param provider its provider's name, such as {@code openai}
 * @param model its own
 */
public record Target(String provider, String model) {

    /**
     * Reads {@code provider:model}; the model may hold further colons.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Target parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not of the form provider:model, such as openai:gpt-4o-mini");
        }
        return new Target(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return provider + ":" + model;
    }
}

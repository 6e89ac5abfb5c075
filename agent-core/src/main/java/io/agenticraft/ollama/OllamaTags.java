package io.agenticraft.ollama;

import io.agenticraft.json.JsonReader;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.NotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code /api/tags}: the models that an Ollama has, by names with their tags. */
final class OllamaTags {
    private final String provider;
    private final String model;

    /** Looks for {@code model}, whose tag is {@code latest} if it names none. */
    OllamaTags(String provider, String model) {
        this.provider = provider;
        this.model = model;
    }

    /**
     * Reads the list.
     *
     * @throws NotFoundException if the model is not on it
     */
    void read(JsonReader json) throws IOException {
        List<String> names = new ArrayList<>();
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (json.field().equals("models")) {
                for (boolean list = json.enterArray(); list && json.nextElement(); ) {
                    names.add(name(json));
                }
            } else {
                json.skip();
            }
        }
        if (!names.contains(tagged(model))) {
            throw missing(names);
        }
    }

    private static String name(JsonReader json) throws IOException {
        String name = "";
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (json.field().equals("name")) {
                name = tagged(String.valueOf(json.text()));
            } else {
                json.skip();
            }
        }
        return name;
    }

    private static String tagged(String name) {
        return name.indexOf(':', name.lastIndexOf('/') + 1) < 0 ? name + ":latest" : name;
    }

    private NotFoundException missing(List<String> names) {
        String message = provider + " has no model " + model + ", only " + names + ": ollama pull " + model;
        return new NotFoundException(
                new ErrorDetails(provider, message, 200, null, null, null, null, false, null), null);
    }
}

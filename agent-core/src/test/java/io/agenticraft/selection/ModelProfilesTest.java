package io.agenticraft.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.testing.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelProfilesTest {
    private static final String HEAD = "provider model quality context latency-ms first-token-ms tokens-per-second can";

    @TempDir
    Path folder = Path.of(".");

    private ModelProfiles load(String... rows) throws IOException {
        String text = "date 2027-01-02\n" + HEAD + "\n" + String.join("\n", rows);
        return ModelProfiles.load(Files.writeString(folder.resolve("m.txt"), text));
    }

    private void assertFails(String expected, String... rows) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> load(rows));
        Check.contains(expected, failure.getMessage());
        assertEquals(1, String.valueOf(failure.getMessage()).split("m\\.txt:", -1).length - 1, failure.getMessage());
    }

    @Test
    void builtIn_haveAPriceEach() {
        ModelProfiles profiles = ModelProfiles.builtIn();

        assertTrue(profiles.all().size() >= 25);
        for (ModelProfile profile : profiles.all()) {
            assertTrue(
                    PriceTable.builtIn().price(profile.provider(), profile.model()) != null,
                    profile.name() + " has no price");
        }
        assertEquals(LocalDate.of(2026, 11, 24), profiles.date());
    }

    @Test
    void load_readsProfiles() throws IOException {
        ModelProfiles profiles = load("acme one 0.5 1000 200 20 30 tools,json-schema", "acme two 1 1 1 1 1 -");

        assertEquals(
                new ModelProfile(
                        "acme", "one", 0.5, 1000, 200, 20, 30, EnumSet.of(Capability.TOOLS, Capability.JSON_SCHEMA)),
                profiles.all().get(0));
        assertEquals(Set.of(), profiles.all().get(1).capabilities());
        assertEquals("acme:two", profiles.all().get(1).name());
    }

    @Test
    void load_mistakes_nameTheLineAndWhatToDo() {
        assertFails("m.txt:3: The quality of acme:one is from 0 to 1, not 70.0", "acme one 70 1 1 1 1 -");
        assertFails("m.txt:3: Context, latency, first token and tokens per second", "acme one 0.7 1 0 1 1 -");
        assertFails(
                "m.txt:3: \"telepathy\" in column \"can\" is none of tools", "acme one 0.7 1 1 1 1 tools,telepathy");
        assertFails("m.txt:4: acme:one has a profile already", "acme one 0.7 1 1 1 1 -", "acme one 0.7 1 1 1 1 -");
        assertFails("m.txt:3: \"much\" in column \"context\" is not a number", "acme one 0.7 much 1 1 1 -");
    }

    @Test
    void overlaidBy_replacesAndAdds() throws IOException {
        ModelProfiles own = load("openai gpt-4o 0.9 1 1 1 1 -", "acme one 0.5 1 1 1 1 -");
        ModelProfiles both = ModelProfiles.builtIn().overlaidBy(own);

        assertEquals(ModelProfiles.builtIn().all().size() + 1, both.all().size());
        assertEquals(0.9, both.only(List.of("openai:gpt-4o")).all().get(0).quality());
        assertEquals(own.date(), both.date());
    }

    @Test
    void only_keepsWhatIsNamed_andKnowsNoOthers() {
        ModelProfiles two = ModelProfiles.builtIn().only(List.of("ollama:llama3.2", "openai:gpt-4o"));

        assertEquals(
                List.of("openai:gpt-4o", "ollama:llama3.2"),
                two.all().stream().map(ModelProfile::name).toList());
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> two.only(List.of("openai:gpt-9")));
        Check.contains("openai:gpt-9 has no profile", failure.getMessage());
    }

    @Test
    void needsOf_aRequest_isWhatItMakesUseOf() {
        ModelRequest plain =
                ModelRequest.builder("m").messages(Message.user("hi")).build();
        ModelRequest rich = plain.toBuilder()
                .messages(Message.user(Image.of("image/png", "AAAA")))
                .tools(List.of(new ToolSpec("t", "d", "{}")))
                .responseFormat(ResponseFormat.jsonSchema("n", "{}"))
                .options(GenerationOptions.builder().reasoningLevel("low").build())
                .build();

        assertEquals(Set.of(), Requirements.builder().needsOf(plain).build().capabilities());
        assertEquals(
                EnumSet.allOf(Capability.class),
                Requirements.builder().needsOf(rich).build().capabilities());
    }

    @Test
    void gateway_hasTheProfilesOfWhatItLeadsTo() throws IOException {
        ModelProfiles profiles = load("acme one 0.5 1000 200 20 30 tools", "other two 1 1 1 1 1 -");
        ModelProfiles more = profiles.reachedAs("gateway", "acme");

        assertEquals(
                List.of("acme:one", "other:two", "gateway:one"),
                more.all().stream().map(ModelProfile::name).toList());
        assertEquals(1000, more.all().get(2).contextTokens());
        assertThrows(IllegalArgumentException.class, () -> profiles.reachedAs("gateway", "nobody"));
        assertThrows(IllegalArgumentException.class, () -> more.reachedAs("gateway", "acme"));
    }
}

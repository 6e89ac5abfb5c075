package io.agenticraft.otel.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import io.agenticraft.otel.adapters.openai.OpenAiAdapter;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import net.bytebuddy.description.type.TypeDescription;
import org.junit.jupiter.api.Test;

class AdapterModuleTest {
    @Test
    void everyAdapter_hasBothItsModules() {
        List<String> names = ServiceLoader.load(InstrumentationModule.class).stream()
                .map(provider -> provider.get().instrumentationName())
                .sorted()
                .toList();
        List<String> expected = Adapter.all().stream()
                .flatMap(adapter -> Stream.of("agenticraft-" + adapter.name(), "agenticraft-" + adapter.name()))
                .sorted()
                .toList();
        assertEquals(expected, names);
    }

    @Test
    void everySeam_matchesExactlyOneMethodOfItsType() throws ClassNotFoundException {
        for (Adapter adapter : Adapter.all()) {
            for (Seam seam : adapter.seams()) {
                TypeDescription type = TypeDescription.ForLoadedType.of(Class.forName(seam.type()));
                assertTrue(new SeamInstrumentation(seam).typeMatcher().matches(type), seam.toString());
                assertEquals(
                        1,
                        type.getDeclaredMethods()
                                .filter(SeamInstrumentation.method(seam))
                                .size(),
                        seam.toString());
            }
        }
    }

    @Test
    void modules_areOnUnlessSwitchedOffByName() {
        assertTrue(new OpenAiModule().defaultEnabled());
        assertTrue(new OpenAiModule().instrumentationNames().contains("agenticraft"));
    }

    @Test
    void moduleForApplicationsWithOurClasses_putsNoneThere() {
        OpenAiInApplicationModule module = new OpenAiInApplicationModule();
        assertEquals(List.of(), module.getAdditionalHelperClassNames());
        assertFalse(module.isHelperClass("io.agenticraft.otel.genai.Telemetry"));
        assertTrue(new OpenAiModule().isHelperClass("io.agenticraft.otel.genai.Telemetry"));
        assertFalse(new OpenAiModule().isHelperClass("com.openai.core.JsonField"));
    }

    @Test
    void everyRequirement_namesSomethingThatIsThere() throws ClassNotFoundException {
        for (String required : new OpenAiAdapter().requires()) {
            String[] parts = required.split("#", 2);
            assertTrue(
                    Stream.of(Class.forName(parts[0]).getMethods())
                            .anyMatch(method -> method.getName().equals(parts[1])),
                    required);
        }
    }

    @Test
    void defaults_areFoundByTheAgent() {
        assertTrue(ServiceLoader.load(AutoConfigurationCustomizerProvider.class).stream()
                .anyMatch(provider -> provider.type() == Defaults.class));
    }
}

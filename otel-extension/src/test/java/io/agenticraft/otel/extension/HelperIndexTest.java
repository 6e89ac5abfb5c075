package io.agenticraft.otel.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapters.core.CoreAdapter;
import io.agenticraft.otel.adapters.openai.OpenAiAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelperIndexTest {
    private static final List<Adapter> ADAPTERS = List.of(new OpenAiAdapter(), new CoreAdapter());

    @Test
    void superTypes_comeBeforeTheirSubtypes() throws ClassNotFoundException {
        for (Adapter adapter : ADAPTERS) {
            List<String> helpers = HelperIndex.read().helpers(adapter);
            for (String name : helpers) {
                for (String parent : parents(Class.forName(name))) {
                    assertTrue(
                            helpers.indexOf(parent) < helpers.indexOf(name) && helpers.contains(parent),
                            () -> parent + " must be defined before " + name);
                }
            }
        }
    }

    @Test
    void helpers_areWhatTheAdapterNeedsAndNothingOfOtherLibraries() {
        List<String> helpers = HelperIndex.read().helpers(new OpenAiAdapter());
        assertTrue(helpers.contains("io.agenticraft.otel.extension.Woven"));
        assertTrue(helpers.contains("io.agenticraft.otel.adapter.SeamHandler"));
        assertTrue(helpers.contains("io.agenticraft.otel.genai.Telemetry"));
        assertTrue(helpers.contains("io.agenticraft.otel.ownership.OpenOperation"));
        assertTrue(helpers.contains("io.agenticraft.otel.adapters.openai.ChatHandler$Entered"));
        assertTrue(helpers.contains("io.agenticraft.otel.adapters.core.CoreAdapter"), "a mere declaration");
        assertFalse(helpers.contains("io.agenticraft.otel.adapters.core.AgentStartHandler"));
        assertFalse(helpers.contains("io.agenticraft.otel.extension.AdapterModule"));
    }

    @Test
    void handlersAndAllTheyRefer_areAmongTheHelpers() throws Exception {
        for (Adapter adapter : ADAPTERS) {
            List<String> helpers = HelperIndex.read().helpers(adapter);
            for (String name : helpers) {
                for (String referred : ClassReferences.of(Class.forName(name))) {
                    assertTrue(
                            !HelperIndex.isOurs(referred) || helpers.contains(referred),
                            () -> name + " refers to " + referred + ", which is no helper");
                }
            }
        }
    }

    @Test
    void main_writesEveryClassOfTheFolderOnce(@TempDir Path folder) throws Exception {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes.resolve("io"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(classes.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        HelperIndex.main(new String[] {folder.toString()});
        List<String> written = Files.readAllLines(folder.resolve(HelperIndex.RESOURCE));
        assertEquals(written.stream().distinct().toList(), written);
        assertEquals(Files.readAllLines(classes.resolve(HelperIndex.RESOURCE)), written);
    }

    private static List<String> parents(Class<?> type) {
        List<Class<?>> parents = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            parents.add(type.getSuperclass());
        }
        return parents.stream().map(Class::getName).filter(HelperIndex::isOurs).toList();
    }
}

package io.agenticraft.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds in every module. A module's test extends this and adds its own arrows between packages. */
public abstract class HouseRules {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path SOURCES = MODULE.resolve("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(MODULE.resolve("target/classes"));
    private static final int MAX_LINES = 400;

    /** The module's own classes, without its tests. */
    protected static JavaClasses classes() {
        return CLASSES;
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packages_areNullMarked() {
        List<String> unmarked = new ArrayList<>();
        for (JavaClass one : CLASSES) {
            if (!one.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(one.getName());
            }
        }
        assertEquals(List.of(), unmarked, "Their packages need a package-info.java with @NullMarked");
    }

    /** With {@code -Dpublic-types.update=true} the list is written instead. */
    @Test
    void publicTypes_areThoseListed() throws IOException {
        List<String> found = publicTypes();
        assertFalse(found.isEmpty(), "No public types in " + MODULE.toAbsolutePath());
        Path list = MODULE.resolve("src/test/resources/public-types.txt");
        if (Boolean.getBoolean("public-types.update")) {
            Files.createDirectories(list.getParent());
            Files.write(list, found);
        }
        List<String> listed = Files.exists(list) ? Files.readAllLines(list) : List.of();
        assertEquals(
                "new: [], gone: []",
                "new: " + without(found, listed) + ", gone: " + without(listed, found),
                "The public types are not those of " + list + ". If the change is meant, run this test once with"
                        + " -Dpublic-types.update=true and commit the list; else make the type package-private");
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void sourceFiles_areShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/test/java")) {
            for (Path file : javaFiles(MODULE.resolve(root))) {
                int lines = Files.readAllLines(file).size();
                if (lines > MAX_LINES) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }
        assertEquals(List.of(), tooLong, "Files of more than " + MAX_LINES + " lines");
    }

    @Test
    void sourceFiles_wereAllSeen() throws IOException {
        assertFalse(javaFiles(SOURCES).isEmpty(), "No sources in " + SOURCES.toAbsolutePath());
        assertFalse(CLASSES.isEmpty(), "No classes in " + MODULE.toAbsolutePath());
    }

    /** Fails if a class of {@code packages} depends on anything outside of {@code allowed}; the JDK is always allowed. */
    protected static void onlyKnows(String packages, String... allowed) {
        String[] all = Stream.concat(Stream.of(allowed), Stream.of(packages, "java..", "org.jspecify.."))
                .toArray(String[]::new);
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "reside in " + List.of(all), target -> residesInAny(target.getBaseComponentType(), all)))
                .check(CLASSES);
    }

    /** Fails if a class of {@code packages} depends on one of {@code forbidden}. */
    protected static void neverKnows(String packages, String... forbidden) {
        ArchRule rule = ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
        rule.check(CLASSES);
    }

    private static boolean residesInAny(JavaClass target, String[] packages) {
        return target.isPrimitive()
                || JavaClass.Predicates.resideInAnyPackage(packages).test(target);
    }

    private static List<String> publicTypes() {
        TreeSet<String> names = new TreeSet<>();
        for (JavaClass one : CLASSES) {
            if (isPublic(one) && !one.getSimpleName().equals("package-info")) {
                names.add(one.getName());
            }
        }
        return List.copyOf(names);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isAnonymousClass()
                && type.getEnclosingClass().map(HouseRules::isPublic).orElse(true);
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

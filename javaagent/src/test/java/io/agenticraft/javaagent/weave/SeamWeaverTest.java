package io.agenticraft.javaagent.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.weave.WovenLoader.Call;
import io.agenticraft.otel.adapter.Seam;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Weaves a library of every shape of method, verifies and loads it, and runs it. */
class SeamWeaverTest {

    @Test
    void method_withObjects_callsHandlerAround() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("join", "java.lang.String", "java.lang.String"));

        assertEquals("a+b", woven.call("join", "a", "b"));

        Call call = woven.calls().get(0);
        assertSame(woven.instance(), call.self());
        assertEquals(List.of("a", "b"), call.arguments());
        assertEquals("a+b", call.returned());
        assertEquals(1, woven.calls().size());
    }

    @Test
    void method_withPrimitives_passesThemBoxed() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("sum", "int", "long", "double", "[I"));

        assertEquals(12.5, woven.call("sum", 1, 2L, 3.5, new int[] {6}));

        assertEquals(12.5, woven.calls().get(0).returned());
        assertEquals(2L, woven.calls().get(0).arguments().get(1));
    }

    @Test
    void handler_replacesArgumentsAndReturnValue() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("join", "java.lang.String", "java.lang.String"));
        woven.replaceArgument(1, "c");
        woven.replaceReturned("other");

        assertEquals("other", woven.call("join", "a", "b"));
        assertEquals("a+c", woven.calls().get(0).returned());
    }

    @Test
    void handler_withoutToken_isNotCalledAtExit() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("join", "java.lang.String", "java.lang.String"));
        woven.giveNoToken();

        assertEquals("a+b", woven.call("join", "a", "b"));
        assertEquals(List.of(), woven.calls());
    }

    @Test
    void method_thatThrows_throwsTheSameAndTellsHandler() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("fail", "java.lang.RuntimeException"));
        RuntimeException failure = new IllegalStateException("mine");

        InvocationTargetException thrown =
                assertThrows(InvocationTargetException.class, () -> woven.call("fail", failure));

        assertSame(failure, thrown.getCause());
        assertSame(failure, woven.calls().get(0).thrown());
    }

    @Test
    void method_withoutResult_andWithTryCatchAndLoops_verifies() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("nothing"), seam("loops", "java.util.List"));

        woven.call("nothing");
        assertEquals(6, woven.call("loops", List.of("1", "2", "x", "3")));

        assertEquals(2, woven.calls().size());
    }

    @Test
    void staticMethod_hasNoSelf() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("twice", "int"));

        assertEquals(8, woven.call("twice", 4));
        assertEquals(null, woven.calls().get(0).self());
    }

    @Test
    void overloads_withOtherParameters_stayAsTheyAre() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("join", "java.lang.String"));

        assertEquals("a+b", woven.call("join", "a", "b"));
        assertEquals(List.of(), woven.calls());
        assertEquals("a", woven.call("join", "a"));
        assertEquals(1, woven.calls().size());
    }

    @Test
    void siteThatCannotBeResolved_leavesMethodWorking() throws Exception {
        WovenLoader woven = WovenLoader.of(Library.class, seam("join", "java.lang.String", "java.lang.String"));
        woven.breakSites();

        assertEquals("a+b", woven.call("join", "a", "b"));
        assertEquals("a+b", woven.call("join", "a", "b"));
    }

    @Test
    void olderClassFile_isLiftedToVersion55_newerStays() throws Exception {
        assertEquals(Opcodes.V11, version(lowered(Opcodes.V1_8)));
        assertEquals(Opcodes.V17, version(WovenLoader.classFile(Library.class)));
    }

    @Test
    void wovenClass_mentionsJdkClassesOnly() throws Exception {
        String text = new String(
                WovenLoader.weave(
                        Library.class, WovenLoader.classFile(Library.class), List.of(seam("join", "java.lang.String"))),
                java.nio.charset.StandardCharsets.ISO_8859_1);

        assertTrue(text.contains("ConstantBootstraps"));
        // Only as the string that the system class loader is asked for.
        assertEquals(-1, text.indexOf("io/agenticraft/javaagent/Sites"));
        assertEquals(-1, text.indexOf("SeamAdvice"));
    }

    private static Seam seam(String method, String... parameters) {
        return new Seam(Library.class.getName(), method, List.of(parameters), "handler");
    }

    private static int version(byte[] classFile) {
        byte[] woven = WovenLoader.weave(Library.class, classFile, List.of(seam("join", "java.lang.String")));
        return new ClassReader(woven).readShort(6);
    }

    private static byte[] lowered(int version) throws IOException {
        ClassReader reader = new ClassReader(WovenLoader.classFile(Library.class));
        ClassWriter writer = new ClassWriter(0);
        reader.accept(writer, 0);
        byte[] lowered = writer.toByteArray();
        lowered[7] = (byte) version;
        return lowered;
    }

    /** Stands for somebody's library. */
    public static class Library {
        public String join(String left, String right) {
            return left + "+" + right;
        }

        public String join(String only) {
            return only;
        }

        public double sum(int a, long b, double c, int[] d) {
            return a + b + c + d[0];
        }

        public void nothing() {}

        public void fail(RuntimeException failure) {
            throw failure;
        }

        public static int twice(int value) {
            return value * 2;
        }

        public int loops(List<String> numbers) {
            int sum = 0;
            for (String number : numbers) {
                try {
                    sum += Integer.parseInt(number);
                } catch (NumberFormatException e) {
                    sum += 0;
                }
            }
            return sum;
        }
    }
}

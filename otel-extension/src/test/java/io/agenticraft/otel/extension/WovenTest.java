package io.agenticraft.otel.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import io.agenticraft.otel.adapters.openai.OpenAiAdapter;
import io.agenticraft.otel.genai.Failures;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import org.junit.jupiter.api.Test;

class WovenTest {
    private static final Seam SEAM = new OpenAiAdapter().seams().get(0);

    @Test
    void key_isWhatByteBuddyWritesForTheMethod() throws ClassNotFoundException {
        for (Adapter adapter : Adapter.all()) {
            for (Seam seam : adapter.seams()) {
                MethodDescription method = TypeDescription.ForLoadedType.of(Class.forName(seam.type()))
                        .getDeclaredMethods()
                        .filter(SeamInstrumentation.method(seam))
                        .getOnly();
                StringBuilder parameters = new StringBuilder();
                for (TypeDescription parameter :
                        method.getParameters().asTypeList().asErasures()) {
                    parameters.append(parameters.length() == 0 ? "" : ",").append(parameter.getName());
                }
                assertEquals(
                        method.getDeclaringType().asErasure().getName() + "." + method.getName() + "(" + parameters
                                + ")",
                        Woven.key(seam));
            }
        }
    }

    @Test
    void handlerThatFails_isCountedAndLeavesTheHostAlone() {
        long before = Failures.total();
        assertNull(Woven.enter(Woven.key(SEAM), new Object(), new Object[0]));
        assertEquals(before + 1, Failures.total());
        Object returned = new Object();
        assertSame(returned, Woven.exit(Woven.key(SEAM), "no token of its", returned, null));
        assertEquals(before + 2, Failures.total());
    }

    @Test
    void unknownSeam_isCounted() {
        long before = Failures.total();
        assertNull(Woven.enter("nobody's", new Object(), new Object[0]));
        assertEquals(before + 1, Failures.total());
    }

    @Test
    void withoutToken_theHostGetsWhatTheMethodReturned() {
        Object returned = new Object();
        assertSame(returned, Woven.exit(Woven.key(SEAM), null, returned, null));
    }
}

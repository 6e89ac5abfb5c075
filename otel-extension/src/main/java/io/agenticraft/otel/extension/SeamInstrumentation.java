package io.agenticraft.otel.extension;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.agenticraft.otel.adapter.Seam;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Weaves one seam. */
final class SeamInstrumentation implements TypeInstrumentation {
    private static final String ADVICE = "io.agenticraft.otel.extension.SeamAdvice";

    private final Seam seam;

    SeamInstrumentation(Seam seam) {
        this.seam = seam;
    }

    @Override
    public ElementMatcher<TypeDescription> typeMatcher() {
        return named(seam.type());
    }

    @Override
    public void transform(TypeTransformer transformer) {
        transformer.applyAdviceToMethod(method(seam), ADVICE);
    }

    static ElementMatcher.Junction<MethodDescription> method(Seam seam) {
        List<String> parameters = seam.parameters();
        ElementMatcher.Junction<MethodDescription> matcher = named(seam.method());
        matcher = matcher.and(takesArguments(parameters.size()));
        for (int i = 0; i < parameters.size(); i++) {
            matcher = matcher.and(takesArgument(i, named(parameters.get(i))));
        }
        return matcher;
    }
}

package io.agenticraft.acceptance.jaeger;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;

/** Opens one Jaeger for all the tests of a JVM; the store of the whole run closes it. Skips, or fails, where there is none. */
final class JaegerExtension implements ExecutionCondition, BeforeAllCallback, ParameterResolver {

    /** System property: true makes tests fail instead of being skipped. Default: false. */
    static final String REQUIRED = "jaeger.required";

    private static final Namespace NAMESPACE = Namespace.create(JaegerExtension.class);

    private final Supplier<Opening> source;
    private final boolean required;

    /** Made by JUnit. */
    JaegerExtension() {
        this(JaegerExtension::open, Boolean.getBoolean(REQUIRED));
    }

    JaegerExtension(Supplier<Opening> source, boolean required) {
        this.source = source;
        this.required = required;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Opening opening = opening(context);
        return opening.jaeger() == null && !required
                ? ConditionEvaluationResult.disabled(opening.message())
                : ConditionEvaluationResult.enabled("there is a Jaeger, or there must be one");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        jaeger(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Jaeger.class;
    }

    @Override
    public Jaeger resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return jaeger(context);
    }

    private Jaeger jaeger(ExtensionContext context) {
        Opening opening = opening(context);
        Jaeger jaeger = opening.jaeger();
        if (jaeger == null) {
            throw new AssertionFailedError(REQUIRED + "=true. " + opening.message());
        }
        return jaeger;
    }

    private Opening opening(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Opening.class, key -> source.get(), Opening.class);
    }

    private static Opening open() {
        JaegerKind only = JaegerKind.parse(System.getProperty(JaegerKind.PROPERTY));
        JaegerFinder finder = new JaegerFinder(System::getenv, DockerJaeger::engineAnswers);
        Opening opening = Opening.first(finder.candidates(only));
        if (opening.jaeger() == null) {
            System.err.println(opening.message()); // reports of skipped tests do not reach the console
        }
        return opening;
    }
}

package io.agenticraft.acceptance.jaeger;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens one Jaeger for all the tests of a JVM; the store of the whole run closes it. */
final class JaegerExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(JaegerExtension.class);

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

    private static Jaeger jaeger(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Jaeger.class, key -> open(), Jaeger.class);
    }

    private static Jaeger open() {
        JaegerKind only = JaegerKind.parse(System.getProperty(JaegerKind.PROPERTY));
        JaegerFinder finder = new JaegerFinder(System::getenv, DockerJaeger::engineAnswers);
        return Opening.first(finder.candidates(only), Boolean.getBoolean(Opening.REQUIRED));
    }
}

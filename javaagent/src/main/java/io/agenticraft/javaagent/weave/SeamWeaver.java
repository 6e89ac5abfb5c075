package io.agenticraft.javaagent.weave;

import io.agenticraft.otel.adapter.Seam;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Weaves seams into a class: one generic advice for all, whose method handles are constants of the woven class. */
public final class SeamWeaver {
    private final ByteBuddy byteBuddy = new ByteBuddy(ClassFileVersion.JAVA_V11)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(Implementation.Context.Disabled.Factory.INSTANCE)
            .with(TypeValidation.DISABLED);
    private final TypeDescription advice;
    private final ClassFileLocator adviceLocator;

    /**
     * A weaver for any number of classes.
     *
     * @param adviceLoader finds the agent's own class files
     */
    public SeamWeaver(ClassLoader adviceLoader) {
        adviceLocator = ClassFileLocator.ForClassLoader.of(adviceLoader);
        advice = TypePool.Default.of(adviceLocator)
                .describe(SeamAdvice.class.getName())
                .resolve();
    }

    /**
     * The class with the seams woven in.
     *
     * @param type the class's binary name, which is also that of every seam
     * @param library finds other class files of the library; seldom asked
     */
    public byte[] weave(String type, byte[] classFile, List<Seam> seams, ClassFileLocator library) {
        ClassFileLocator locator = new ClassFileLocator.Compound(ClassFileLocator.Simple.of(type, classFile), library);
        TypeDescription described = TypePool.Default.of(locator).describe(type).resolve();
        DynamicType.Builder<?> builder = byteBuddy.redefine(described, locator).visit(new Lifted());
        for (Seam seam : seams) {
            builder = builder.visit(advice(seam).on(method(seam)));
        }
        return builder.make().getBytes();
    }

    private Advice advice(Seam seam) {
        String owner = seam.type().replace('.', '/');
        return Advice.withCustomMapping()
                .bind(EnterHandle.class, new LoadConstant(SiteConstant.of(owner, "enter", seam.handler())), HANDLE)
                .bind(ExitHandle.class, new LoadConstant(SiteConstant.of(owner, "exit", seam.handler())), HANDLE)
                .to(advice, adviceLocator);
    }

    private static final TypeDescription.Generic HANDLE = TypeDescription.ForLoadedType.of(
                    java.lang.invoke.MethodHandle.class)
            .asGenericType();

    private static ElementMatcher<MethodDescription> method(Seam seam) {
        return method -> method.getActualName().equals(seam.method())
                && parameters(method).equals(seam.parameters());
    }

    private static List<String> parameters(MethodDescription method) {
        return method.getParameters().asDefined().stream()
                .map(ParameterDescription::getType)
                .map(parameter -> parameter.asErasure().getName())
                .toList();
    }
}

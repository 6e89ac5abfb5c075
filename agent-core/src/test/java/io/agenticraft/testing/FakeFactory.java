package io.agenticraft.testing;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A factory as a provider's would be, but of whatever a test needs; remembers the specifications it was given. */
public final class FakeFactory implements ProviderFactory {
    private final String name;
    private final Function<ProviderSpec, ModelProvider> maker;
    private final List<ProviderSpec> specs = new CopyOnWriteArrayList<>();

    public FakeFactory(String name, Function<ProviderSpec, ModelProvider> maker) {
        this.name = name;
        this.maker = maker;
    }

    public List<ProviderSpec> specs() {
        return specs;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProviderSpec fromEnvironment(Environment environment) {
        String key = environment.get(keyVariable());
        if (key == null) {
            throw new IllegalStateException(keyVariable() + " is not set");
        }
        String url = environment.get(baseUrlVariable());
        return ProviderSpec.of(name, URI.create(url == null ? "https://" + name + ".test/v1" : url), key);
    }

    @Override
    public ModelProvider create(ProviderSpec spec) {
        specs.add(spec);
        return maker.apply(spec);
    }
}

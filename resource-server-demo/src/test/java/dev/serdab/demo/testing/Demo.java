package dev.serdab.demo.testing;

import dev.serdab.demo.DemoApi;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.time.Clock;
import java.util.LinkedHashMap;

/** The running API, started the way its main method does, on a port of its own. */
public final class Demo implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Demo(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Demo trusting(FakeIssuer issuer, String... settings) {
        return trusting(issuer, Clock.systemUTC(), settings);
    }

    public static Demo trusting(FakeIssuer issuer, Clock clock, String... settings) {
        return trusting(issuer, clock, DemoApi.class, settings);
    }

    /** With one more class in it, such as an endpoint that somebody added. */
    public static Demo with(Class<?> addition, FakeIssuer issuer) {
        return trusting(issuer, Clock.systemUTC(), addition);
    }

    private static Demo trusting(
            FakeIssuer issuer, Clock clock, Class<?> addition, String... settings) {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("server.port", "0");
        arguments.put("spring.main.banner-mode", "off");
        arguments.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer.address());
        for (var setting : settings) {
            var name = setting.substring(0, setting.indexOf('='));
            arguments.put(name, setting.substring(name.length() + 1));
        }
        return new Demo(
                new SpringApplicationBuilder(DemoApi.class, addition)
                        .initializers(context -> use(clock, (GenericApplicationContext) context))
                        .run(
                                arguments.entrySet().stream()
                                        .map(setting -> "--" + setting)
                                        .toArray(String[]::new)));
    }

    private static void use(Clock clock, GenericApplicationContext context) {
        context.registerBean(
                "clockOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true));
    }

    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    public Call get(String path) {
        return call("GET", path);
    }

    public Call post(String path, String json) {
        return call("POST", path).header("Content-Type", "application/json").body(json);
    }

    public Call call(String method, String path) {
        return new Call(method, "http://127.0.0.1:" + setting("local.server.port") + path);
    }

    @Override
    public void close() {
        context.close();
    }
}

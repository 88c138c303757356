package dev.serdab.demo;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** What is no text does not become one: {@code {"text": 5}} is a mistake of the caller. */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    @Bean
    JsonMapperBuilderCustomizer textIsText() {
        return json ->
                json.withCoercionConfig(
                        LogicalType.Textual,
                        from -> {
                            from.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                            from.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                            from.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                        });
    }
}

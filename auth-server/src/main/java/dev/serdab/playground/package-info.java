/**
 * A page for developers that plays an app: it walks through the authorization code flow step by
 * step, and checks what an MCP client would find.
 *
 * <p>Start reading at {@link dev.serdab.playground.PlaygroundPage} and {@link
 * dev.serdab.playground.McpCheck}.
 *
 * <p>It exists on a developer's machine only. It keeps nothing: what the next step needs stands in
 * the page's form, or in a cookie while the browser is away. Its token requests are real ones, over
 * HTTP, as any app would send them.
 */
@ApplicationModule(
        displayName = "Playground",
        allowedDependencies = {
            "bootstrap",
            "client",
            "clientregistration",
            "outbound",
            "protocol",
            "sealing",
            "settings"
        })
@NullMarked
package dev.serdab.playground;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

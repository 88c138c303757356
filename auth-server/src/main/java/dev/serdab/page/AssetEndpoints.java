package dev.serdab.page;

import dev.serdab.page.Assets.Asset;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Duration;

/** Serves the stylesheet, the icon and the scripts. */
@RestController
class AssetEndpoints {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetEndpoints(Assets assets) {
        this.assets = assets;
    }

    /**
     * While another node already runs the next version, its pages ask us for files we don't have
     * yet: ours will do once, but nobody may keep them under that name.
     */
    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        var caching = assets.isCurrent(version) ? FOR_GOOD : CacheControl.noStore();
        return answer(find(name), caching);
    }

    /** For whatever asks without having read a page. */
    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon() {
        return answer(find(Assets.ICON), CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    private Asset find(String name) {
        return assets.find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> answer(Asset asset, CacheControl caching) {
        return ResponseEntity.ok()
                .cacheControl(caching)
                .contentType(asset.type())
                .header("X-Content-Type-Options", "nosniff")
                .body(asset.content());
    }
}

package com.qualitypost.phoenix.local.planted;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.stack.Repository;
import java.nio.file.Path;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each bug still has its place in the compiled product; {@link PlantedJourney} puts it there. */
class BugTest {

    @ParameterizedTest
    @EnumSource
    void theMethodsThatABugSpoilsExist(Bug bug) throws Exception {
        Path classes = Repository.root().resolve(bug.application()).resolve("target/classes");
        try (var locator = new ClassFileLocator.ForFolder(classes.toFile())) {
            TypePool types = TypePool.Default.of(locator);
            for (Change change : bug.changes()) {
                assertThat(change.obstacle(types.describe(change.type()).resolve()))
                        .isEmpty();
            }
        }
    }
}

package dev.serdab.brand;

import dev.serdab.testing.StartingTest;

class WrongBrandSettingsTest extends StartingTest {

    @Override
    protected void sentences() {
        wrong(
                "serdab.brand.name is not one line of 1 to 60 characters: write what people call"
                        + " this place",
                "serdab.brand.name= ");
        wrong(
                "serdab.brand.accent-color is \"green\", which is not a colour: write one such as"
                        + " \"#0b6e4f\", in quotes",
                "serdab.brand.accent-color=green");
        wrong(
                "serdab.brand.logo is \"nowhere.png\", which cannot be read: write a picture's path",
                "serdab.brand.logo=nowhere.png");
        wrong(
                "serdab.brand.logo is \"pom.xml\", which is not a picture: write the path of an SVG,"
                        + " PNG, JPEG or WebP file",
                "serdab.brand.logo=pom.xml");
        wrong(
                "serdab.brand.logo is \"src/main/resources/passwords/common.txt\", which has more"
                        + " than 32 KB: make it smaller, it is shown 40 pixels high",
                "serdab.brand.logo=src/main/resources/passwords/common.txt");
    }
}

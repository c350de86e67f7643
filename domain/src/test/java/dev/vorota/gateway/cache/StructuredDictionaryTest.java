package dev.vorota.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a dictionary (RFC 9651, section 4.2.2), and what is not. */
class StructuredDictionaryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a=1",
        "a=-1",
        "a=1, b",
        " a , b ",
        "a\t,\tb",
        "a=?1",
        "a=?0",
        "a=\"x\"",
        "a=\"\\\"\\\\\"",
        "a=token/x:y",
        "a=*t",
        "*a=1",
        "a_-.*1=1",
        "a=1.5",
        "a=:aGk=:",
        "a=@1659578233",
        "a=%\"f%c3%bc\"",
        "a=(1 2 \"x\");p=1",
        "a=()",
        "a=1;x;y=2",
        "a;x=?0",
        "a=999999999999999",
        "a=123456789012.123"
      })
  void isOne(String text) {
    assertThat(StructuredDictionary.parse(List.of(text))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,",
        ",a",
        "a,,b",
        "A",
        "1",
        "a=",
        "a= 1",
        "a =1",
        "a=1 b",
        "a=--1",
        "a=1.",
        "a=.5",
        "a=1.2345",
        "a=1234567890123456",
        "a=1234567890123.1",
        "a=\"x",
        "a=\"\\x\"",
        "a=\"ü\"",
        "a=?2",
        "a=:a",
        "a=:ü:",
        "a=(1",
        "a=(1,2)",
        "a=(1\"x\")",
        "a;X",
        "a;",
        "a=1;x=",
        "a=@1.5",
        "a=%x",
        "a=%\"%C3\"",
        "a=%\"%c\"",
        "&",
        "\ta",
        "a\u0000"
      })
  void isNone(String text) {
    assertThat(StructuredDictionary.parse(List.of(text))).isNull();
  }

  @Test
  void keepsTheLastOfTwo() {
    assertThat(StructuredDictionary.parse(List.of("a=1, b=2", "a=3")))
        .containsEntry("a", new StructuredDictionary.Item.Whole(3))
        .containsEntry("b", new StructuredDictionary.Item.Whole(2))
        .hasSize(2);
  }

  @Test
  void knowsNothingFromNothing() {
    assertThat(StructuredDictionary.parse(List.of(""))).isEmpty();
    assertThat(StructuredDictionary.parse(List.of("  "))).isEmpty();
  }

  @Property
  void bearsEveryText(@ForAll String text) {
    StructuredDictionary.parse(List.of(text));
    DirectiveReader.read(List.of(text), (name, _) -> assertThat(name).isNotEmpty());
  }
}

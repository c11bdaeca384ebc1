using System.Text;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class StrictJsonTests
{
    [TestCase("""{"a":1,"b":{"a":2}}""")]
    [TestCase("""["😀","\ud83d\ude00",1e400,-0,12345678901234567890.5]""")]
    [TestCase(" \n null \t")]
    [TestCase("\"\\\\ud800\"")]
    public void Correct_json_is_parsed(string json) => Parse(json).Root.Should().NotBeNull();

    [TestCase("{'a':1}", 1, 2, "strings are written in double quotes")]
    [TestCase("{a:1}", 1, 2, "'a' starts no JSON value")]
    [TestCase("[1,]", 1, 4, "a comma stands before the end")]
    [TestCase("[1,,2]", 1, 5, "this is not a number as JSON writes it")]
    [TestCase("{\"a\":1,}", 1, 8, "a comma stands before the end")]
    [TestCase("// c\n{}", 1, 1, "comments are not allowed")]
    [TestCase("{} {}", 1, 4, "something follows after the JSON value")]
    [TestCase("{}x", 1, 3, "something follows after the JSON value")]
    [TestCase("NaN", 1, 1, "'N' starts no JSON value")]
    [TestCase("[0xFF]", 1, 2, "this is not a number as JSON writes it")]
    [TestCase("[010]", 1, 2, "this is not a number as JSON writes it")]
    [TestCase("[1.]", 1, 2, "this is not a number as JSON writes it")]
    [TestCase("[+1]", 1, 2, "this is not a number as JSON writes it")]
    [TestCase("[\"\t\"]", 1, 2, "a control character in a string must be escaped")]
    [TestCase("[\"\\x41\"]", 1, 2, "'\\x' is no escape of JSON")]
    [TestCase("{\n  \"a\": \"b", 2, 8, "a string does not end")]
    [TestCase("[1", 1, 3, "the text ends in the middle of a value")]
    [TestCase("", 1, 1, "the body is empty")]
    [TestCase(" ", 1, 1, "the body holds nothing but spaces")]
    [TestCase("\ufeff{}", 1, 1, "the text starts with a byte order mark, which JSON does not allow")]
    [TestCase("[\"\\ud800\"]", 1, 2, "a string holds half of a surrogate pair")]
    [TestCase("[\"\\udc00\\ud800\"]", 1, 2, "a string holds half of a surrogate pair")]
    [TestCase("{\"\\ud800\":1}", 1, 2, "a name holds half of a surrogate pair")]
    public void Anything_else_is_refused_where_it_stands(string json, int line, int column, string message)
    {
        var result = Parse(json);

        result.Root.Should().BeNull();
        result.Defect!.Message.Should().Be(message);
        (result.Defect.Line, result.Defect.Column).Should().Be((line, column));
    }

    [TestCase("{\"a\":1,\n \"b\":[{\"c\":1,\"c\":2}]}", "b[0].c", 2, 14)]
    [TestCase("{\"a\":1,\"\\u0061\":2}", "a", 1, 8)]
    [TestCase("{\"ключ\":{\"é\":1,\"é\":2}}", "['ключ']['é']", 1, 16)]
    public void A_name_that_occurs_twice_is_a_defect(string json, string path, int line, int column)
    {
        var defect = Parse(json).Defect!;

        defect.Message.Should().Contain("occurs twice");
        defect.Path.Should().Be(path);
        (defect.Line, defect.Column).Should().Be((line, column));
    }

    [Test]
    public void Depth_is_allowed_up_to_the_limit_and_not_beyond()
    {
        Parse(Nested(64)).Root.Should().NotBeNull();
        Parse(Nested(65)).Defect!.Message.Should().Be("values are nested deeper than 64 levels");
        Parse(Nested(1_000_000)).Defect!.Offset.Should().Be(64);
        StrictJson.Parse(Bytes(Nested(65)), new StrictJsonLimits { MaxDepth = 65 }).Root.Should().NotBeNull();
    }

    [Test]
    public void Numbers_are_read_up_to_the_limit_and_not_beyond()
    {
        var limit = StrictJsonLimits.Default.MaxNumberLength;

        foreach (var padding in new[] { 0, 1, 499, 998, 999, 1000, 1001 })
        {
            var spaces = new string(' ', padding);
            Parse(spaces + new string('9', limit)).Root.Should().NotBeNull();
            Parse(spaces + new string('9', limit + 1)).Defect!.Message.Should().Contain("a number has 1001 characters");
            Parse(spaces + "1." + new string('0', limit - 1)).Defect!.Message.Should().Contain("1001 characters");
        }

        Parse($"[\"{new string('9', 5000)}\"]").Root.Should().NotBeNull("a string of digits is no number");
    }

    [Test]
    public void Bytes_that_are_not_utf8_are_located()
    {
        var defect = StrictJson
            .Parse(new byte[] { (byte)'[', (byte)'"', 0xC3, 0xA9, 0xE9, (byte)'"', (byte)']' })
            .Defect!;

        defect.Message.Should().Be("this byte is not UTF-8");
        (defect.Offset, defect.Column).Should().Be((4, 4));
    }

    [Test]
    public void Utf16_is_named_as_such() =>
        StrictJson
            .Parse(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray())
            .Defect!.Message.Should()
            .Be("the text is UTF-16; JSON is UTF-8");

    [Test]
    public void Mutilated_json_is_either_parsed_or_explained([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        var source = Bytes("""{"a":[1,2.5,-3e4,true,null,"x\u00e9\ud83d\ude00y"],"b":{"c":"d/e"},"f":"g"}""");
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = source.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var result = StrictJson.Parse(bytes.AsMemory(0, random.Next(bytes.Length + 1)));

            (result.Root is null).Should().Be(result.Defect is not null, $"seed {seed}, round {round}");
        }
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static StrictJsonResult Parse(string json) => StrictJson.Parse(Bytes(json));
}

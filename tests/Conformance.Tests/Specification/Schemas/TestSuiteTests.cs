using System.Globalization;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

/// <summary>The measure of the validator: every test of the official suite passes, but for the files named here.</summary>
[Category("JSON-Schema-Test-Suite")]
public sealed class TestSuiteTests
{
    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["draft7/optional/content"] = "contentEncoding and contentMediaType assert in draft 7 only; they are reported",
    };

    [TestCase("draft4", SchemaDraft.Draft4, 618)]
    [TestCase("draft6", SchemaDraft.Draft6, 839)]
    [TestCase("draft7", SchemaDraft.Draft7, 927)]
    [TestCase("draft2019-09", SchemaDraft.Draft201909, 1259)]
    [TestCase("draft2020-12", SchemaDraft.Draft202012, 1299)]
    public void All_mandatory_tests_pass(string folder, SchemaDraft draft, int atLeast)
    {
        TestContext.Out.WriteLine($"enforced: {string.Join(", ", SchemaValidator.EnforcedKeywords(draft))}");
        Score(folder, new() { DefaultDraft = draft, AssertFormats = false }, atLeast);
    }

    [TestCase("draft4", SchemaDraft.Draft4, 100)]
    [TestCase("draft6", SchemaDraft.Draft6, 106)]
    [TestCase("draft7", SchemaDraft.Draft7, 108)]
    [TestCase("draft2019-09", SchemaDraft.Draft201909, 158)]
    [TestCase("draft2020-12", SchemaDraft.Draft202012, 162)]
    public void All_optional_tests_pass(string folder, SchemaDraft draft, int atLeast) =>
        Score($"{folder}/optional", new() { DefaultDraft = draft, AssertFormats = false }, atLeast);

    [TestCase("draft4", SchemaDraft.Draft4, 219)]
    [TestCase("draft6", SchemaDraft.Draft6, 325)]
    [TestCase("draft7", SchemaDraft.Draft7, 676)]
    [TestCase("draft2019-09", SchemaDraft.Draft201909, 757)]
    [TestCase("draft2020-12", SchemaDraft.Draft202012, 764)]
    public void All_tests_of_formats_pass(string folder, SchemaDraft draft, int atLeast)
    {
        TestContext.Out.WriteLine($"checked formats: {string.Join(", ", SchemaFormats.Names)}");
        Score($"{folder}/optional/format", new() { DefaultDraft = draft }, atLeast);
    }

    private static void Score(string folder, SchemaCompileOptions options, int atLeast)
    {
        if (TestSuite.Find() is not { } suite)
        {
            Assert.Ignore(
                "There is no copy of the JSON-Schema-Test-Suite here. Set JSON_SCHEMA_TEST_SUITE to the folder of one "
                    + "(https://github.com/json-schema-org/JSON-Schema-Test-Suite) to measure the validator."
            );
            return;
        }

        var files = suite.Run(folder, options).ToLookup(file => Excluded.ContainsKey($"{folder}/{file.Name}"));
        var count = files[false].Sum(file => file.Count);
        var failures = files[false]
            .SelectMany(file => file.Failures.Select(failure => $"{file.Name}: {failure}"))
            .ToList();
        TestContext.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{folder}: {count - failures.Count}/{count} in {files[false].Count()} files"
            )
        );
        foreach (var file in files[true])
        {
            TestContext.Out.WriteLine(
                $"excluded: {file.Name}, {file.Count} tests: {Excluded[$"{folder}/{file.Name}"]}"
            );
            file.Failures.Where(failure => !failure.Contains("[reported]", StringComparison.Ordinal))
                .Should()
                .BeEmpty("what is not supported is reported, never silently accepted");
        }

        failures.Should().BeEmpty();
        SchemasReadme.Text.Should().Contain($" {count}/{count} |", "the page states the score");
        count.Should().BeGreaterThanOrEqualTo(atLeast, "fewer tests than known would be no measure");
    }
}

using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class TestSuiteTests
{
    [TestCase("draft4", SchemaDraft.Draft4)]
    [TestCase("draft6", SchemaDraft.Draft6)]
    [TestCase("draft7", SchemaDraft.Draft7)]
    [TestCase("draft2019-09", SchemaDraft.Draft201909)]
    [TestCase("draft2020-12", SchemaDraft.Draft202012)]
    public void Mandatory(string folder, SchemaDraft draft) =>
        Score(folder, new() { DefaultDraft = draft, AssertFormats = false });

    [TestCase("draft4", SchemaDraft.Draft4)]
    [TestCase("draft6", SchemaDraft.Draft6)]
    [TestCase("draft7", SchemaDraft.Draft7)]
    [TestCase("draft2019-09", SchemaDraft.Draft201909)]
    [TestCase("draft2020-12", SchemaDraft.Draft202012)]
    public void Optional(string folder, SchemaDraft draft) =>
        Score(folder + "/optional", new() { DefaultDraft = draft, AssertFormats = false });

    [TestCase("draft4", SchemaDraft.Draft4)]
    [TestCase("draft6", SchemaDraft.Draft6)]
    [TestCase("draft7", SchemaDraft.Draft7)]
    [TestCase("draft2019-09", SchemaDraft.Draft201909)]
    [TestCase("draft2020-12", SchemaDraft.Draft202012)]
    public void Formats(string folder, SchemaDraft draft) =>
        Score(folder + "/optional/format", new() { DefaultDraft = draft });

    private static void Score(string folder, SchemaCompileOptions options)
    {
        if (TestSuite.Find() is not { } suite)
        {
            Assert.Ignore("no suite");
            return;
        }

        var files = suite.Run(folder, options).ToList();
        var failed = files.SelectMany(f => f.Failures.Select(x => f.Name + " " + x)).ToList();
        TestContext.Out.WriteLine($"{folder}: {files.Sum(f => f.Count) - failed.Count}/{files.Sum(f => f.Count)}");
        failed.ForEach(TestContext.Out.WriteLine);
        failed.Should().BeEmpty();
    }
}

using System.Text.RegularExpressions;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace Conformance.Tests.Packages;

/// <summary>The reusable action is whole: what it declares is used, and what it uses is declared.</summary>
public sealed partial class ActionTests
{
    internal static string Folder => Path.Combine(RepositoryFiles.Root, ".github", "actions", "conformance");

    private static readonly YamlMappingNode Action = Read();

    [Test]
    public void It_is_a_composite_action_with_a_description_of_every_input_and_output()
    {
        Action.Keys().Should().BeEquivalentTo("name", "description", "inputs", "outputs", "runs");
        Map(Action, "runs")["using"].ToString().Should().Be("composite");
        foreach (var entry in Map(Action, "inputs").Children.Concat(Map(Action, "outputs").Children))
        {
            ((YamlMappingNode)entry.Value)["description"].ToString().Should().EndWith(".", $"{entry.Key} has one");
        }
    }

    [Test]
    public void Every_input_reaches_the_script_under_its_own_name()
    {
        var environment = Map(Step("run"), "env")
            .Children.ToDictionary(e => e.Key.ToString(), e => e.Value.ToString(), StringComparer.Ordinal);

        var inputs = Map(Action, "inputs").Keys();
        environment
            .Should()
            .Equal(inputs.ToDictionary(VariableOf, i => $"${{{{ inputs.{i} }}}}", StringComparer.Ordinal));
        Variables().Matches(Script("run.sh")).Select(m => m.Value).Distinct().Should().BeEquivalentTo(environment.Keys);
    }

    [Test]
    public void Every_output_is_told_by_the_step_that_it_names()
    {
        foreach (var (name, value) in Map(Action, "outputs").Children)
        {
            var source = Outputs().Match(((YamlMappingNode)value)["value"].ToString());

            source.Success.Should().BeTrue($"{name} comes from a step");
            var script = Script($"{source.Groups["step"].Value}.sh");
            var output = source.Groups["output"].Value;
            (script.Contains($"{output}=") || (script.Contains("$verdict=") && script.Contains($" {output}")))
                .Should()
                .BeTrue($"{source.Groups["step"].Value}.sh tells {output}");
        }
    }

    // An input that a workflow takes from a pull request must stay text: in a script it would be code.
    [Test]
    public void No_expression_stands_in_a_script() =>
        Steps()
            .Where(s => s.Children.ContainsKey("run"))
            .Select(s => s["run"].ToString())
            .Should()
            .HaveCount(2)
            .And.NotContain(r => r.Contains("${{"));

    private static string VariableOf(string input) => "INPUT_" + input.ToUpperInvariant().Replace('-', '_');

    private static string Script(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static YamlMappingNode Step(string id) =>
        Steps().Single(s => s.Children.TryGetValue("id", out var own) && own.ToString() == id);

    private static IEnumerable<YamlMappingNode> Steps() =>
        ((YamlSequenceNode)Map(Action, "runs")["steps"]).Cast<YamlMappingNode>();

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(Folder, "action.yml"));
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex("INPUT_[A-Z_]+")]
    private static partial Regex Variables();

    [GeneratedRegex(@"^\$\{\{ steps\.(?<step>\w+)\.outputs\.(?<output>[\w-]+) \}\}$")]
    private static partial Regex Outputs();
}

internal static class YamlKeys
{
    public static IEnumerable<string> Keys(this YamlMappingNode node) => node.Children.Keys.Select(k => k.ToString());
}

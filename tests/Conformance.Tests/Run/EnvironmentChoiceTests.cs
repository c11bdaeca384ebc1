using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>Which environment a target is taken for decides its limits and what may be done to it.</summary>
public sealed class EnvironmentChoiceTests
{
    private static IntegrationSpecification Specification => Notes.Plan().Specification;

    [Test]
    public void The_embedded_target_plays_none_unless_one_is_named()
    {
        Choose(null, null).Environment.Should().BeNull();
        Choose("production", null).Environment!.Name.Value.Should().Be("production");
    }

    [TestCase("https://notes.example.com")]
    [TestCase("https://NOTES.example.com:443/")]
    [TestCase("https://notes.example.com/v2")]
    public void A_target_at_the_origin_of_an_environment_is_that_environment(string url)
    {
        var choice = Choose(null, url);

        choice.Environment!.Name.Value.Should().Be("production");
        choice.Reason.Should().Be("its base_url is this one");
    }

    [TestCase("http://notes.example.com")]
    [TestCase("https://notes.example.com:8443")]
    [TestCase("http://localhost:9999")]
    public void Any_other_target_is_the_first_environment_that_is_not_production(string url)
    {
        var choice = Choose(null, url);

        choice.Environment!.Name.Value.Should().Be("sandbox");
        choice.Reason.Should().Contain("--environment");
    }

    [Test]
    public void The_name_decides_over_the_base_url() =>
        Choose("sandbox", "https://notes.example.com").Environment!.Name.Value.Should().Be("sandbox");

    [Test]
    public void Where_only_production_is_declared_another_target_plays_none()
    {
        var specification = Specification with
        {
            Environments = [.. Specification.Environments.Where(e => e.Kind is EnvironmentKind.Production)],
        };

        var choice = EnvironmentChoice.Of(specification, null, new Uri("http://localhost:9999")).Value!;

        choice.Environment.Should().BeNull();
        choice.Reason.Should().Contain("none that is not production");
    }

    private static EnvironmentChoice Choose(string? name, string? url) =>
        EnvironmentChoice.Of(Specification, name, url is null ? null : new Uri(url)).Value!;
}

using Conformance.Scenarios;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Kinds;

/// <summary>Which scopes tokens are asked for with.</summary>
[TestFixture]
internal sealed class TokenScopesTests
{
    [TestCase("read", new[] { "scope-read" })]
    [TestCase("read read", new[] { "scope-read" })]
    [TestCase("read write", new[] { "scope-read", "scope-write", "scope-read-write" })]
    public void Each_scope_is_asked_for_and_all_that_the_specification_asks_for(string scope, string[] situations)
    {
        var specification = Compiled.Text(
            $$"""
            authentication:
              endpoints:
                token:
                  url: /oauth/token
                  request: { grant_type: client_credentials, scope: "{{scope}}" }
                  response: { access_token: string }
            """
        );

        var cases = ScenarioCompiler.Compile(specification, new CompilerOptions());

        cases
            .Select(c => c.Id.Split('/')[^1])
            .Where(id => id.StartsWith("scope-", StringComparison.Ordinal) && id != "scope-left-out")
            .Should()
            .Equal(situations);
    }
}

using Conformance.Execution;
using Conformance.Execution.Http;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class AddressTests
{
    [Test]
    public void The_declared_token_url_is_taken_as_a_path_on_the_target()
    {
        var addresses = Of("http://127.0.0.1:5000/base");

        addresses.Token.Should().Be(new Uri("http://127.0.0.1:5000/oauth/token"));
    }

    [TestCase("https://api-sandbox.example.com", "https://api-sandbox.example.com/oauth/token")]
    [TestCase("http://127.0.0.1:5000", "http://127.0.0.1:5000/oauth/token")]
    public void A_token_url_on_the_environments_own_host_moves_along_with_the_base_url(string baseUrl, string token)
    {
        var sandbox = Contract.Environment with
        {
            BaseUrl = Contract.At("https://api-sandbox.example.com"),
            TokenUrl = Contract.At("https://api-sandbox.example.com/oauth/token"),
        };

        Of(baseUrl, o => o with { Environment = sandbox }).Token.Should().Be(new Uri(token));
    }

    [Test]
    public void A_token_url_on_a_host_of_its_own_stays()
    {
        var sandbox = Contract.Environment with
        {
            BaseUrl = Contract.At("https://api-sandbox.example.com"),
            TokenUrl = Contract.At("https://login.example.com/token"),
        };

        Of("http://127.0.0.1:5000", o => o with { Environment = sandbox })
            .Token.Should()
            .Be(new Uri("https://login.example.com/token"));
    }

    [Test]
    public void What_the_user_gives_wins()
    {
        var addresses = Of(
            "http://127.0.0.1:5000/base",
            o =>
                o with
                {
                    TokenUrl = new Uri("https://login.example.com/token"),
                    ProviderStatesUrl = "/states",
                    TestClockUrl = "http://127.0.0.1:6000/clock",
                    Environment = Contract.Environment with { ProviderStatesUrl = Contract.At("/other") },
                }
        );

        addresses.Token.Should().Be(new Uri("https://login.example.com/token"));
        addresses.ProviderStates.Should().Be(new Uri("http://127.0.0.1:5000/base/states"));
        addresses.TestClock.Should().Be(new Uri("http://127.0.0.1:6000/clock"));
    }

    [Test]
    public void A_token_url_over_plain_HTTP_is_refused_like_a_base_url()
    {
        var open = () =>
            Of("https://api.example.com", o => o with { TokenUrl = new Uri("http://login.example.com/t") });

        open.Should().Throw<TargetConfigurationException>().WithMessage("*token URL*--allow-insecure*");
    }

    private static TargetAddresses Of(string baseUrl, Func<ExecutionOptions, ExecutionOptions>? change = null) =>
        new(Contract.With(Contract.OAuth2), (change ?? (o => o))(Contract.Options(new Uri(baseUrl))));
}

"""Our own example releases and topics, for the demonstration and the tests."""

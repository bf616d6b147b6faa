"""What stands in every footer: pages that officers wrote for all readers."""
